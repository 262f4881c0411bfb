# What a question is about.

theme-button = Subject
theme-none-button = None
theme-card = { $sure ->
    [yes] subject: { $theme }
   *[no] perhaps about { $theme }
}
