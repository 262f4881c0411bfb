# What piled up, in one message: conversation 17.

pile-pause = <b>I was out of order from { $since } to { $until }.</b> Sorry. This matters to you:
pile-title = <b>{ $count } messages in one:</b>
pile-evening = Tonight, { $day }: { $title }
pile-today = Today, { $day }: { $title }
pile-tomorrow = Tomorrow, { $day }: { $title }
pile-later = { $day }: { $title }
pile-moved = Another date: { $title }, now { $when }.
pile-elsewhere = Another place: { $title }, now { $place }.
pile-cancelled = Cancelled: { $title }, { $when }.
pile-back = On after all: { $title }, { $when }.
pile-more = And { $count } more. See /agenda.
pile-question = Did you ask a question? It is kept. You will get an answer.
pile-look-button = View { $number }
