# Het onderwerp van een vraag.

theme-button = Onderwerp
theme-none-button = Geen
theme-card = { $sure ->
    [yes] onderwerp: { $theme }
   *[no] misschien over { $theme }
}
