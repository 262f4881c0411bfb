# Wat zich opstapelde, in één bericht: gesprek 17.

pile-pause = <b>Ik lag stil van { $since } tot { $until }.</b> Sorry. Dit is belangrijk voor je:
pile-title = <b>{ $count } berichten in één:</b>
pile-evening = Vanavond, { $day }: { $title }
pile-today = Vandaag, { $day }: { $title }
pile-tomorrow = Morgen, { $day }: { $title }
pile-later = { $day }: { $title }
pile-moved = Andere datum: { $title }, nu { $when }.
pile-elsewhere = Andere plek: { $title }, nu { $place }.
pile-cancelled = Gaat niet door: { $title }, { $when }.
pile-back = Gaat toch door: { $title }, { $when }.
pile-more = En nog { $count }. Zie /agenda.
pile-question = Stelde je een vraag? Die is bewaard. Je krijgt antwoord.
pile-look-button = Bekijk { $number }
