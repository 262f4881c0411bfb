# Questions and answers.

welcome =
    { $name ->
        [none] Hello.
       *[other] Hello { $name }.
    } I am the bot of <b>{ $network }</b>.
    I am a computer program, not a person.

    Type your question about your local initiative below. If I do not know the answer,
    I can ask the people of the helpdesk.

    We keep your question to help you. Don't name residents. More: /privacy
welcome-again = Hello again. Type your question, or choose.
help =
    <b>How it works</b>
    • A question? Just type it.
    • Rather a person? Type <b>person</b>.{ $hours ->
        [none] {""}
       *[other] {" "}The helpdesk is open on { $hours }.
    }
    • Your earlier questions: /mijnvragen
    • Meetings: /agenda
    • Choose messages: /meldingen. To stop: type <b>stop</b>.
    • Your data: /privacy
    I am a computer program.
profile-description =
    Ask your question about your local initiative in { $region }. A computer program looks for the answer. Doesn't it know? Then a person answers. Tap START.
profile-short = Helpdesk for local initiatives. A computer program answers; what it doesn't know, a person answers.

command-help = How the bot works
command-questions = Your earlier questions
command-agenda = Meetings
command-subscriptions = Choose messages
command-privacy = Your data
command-queue = Open questions
command-news = Send news: reply to a message with /nieuws

command-unknown = I do not know { $typed }.{ $close ->
    [none] {""}
   *[other] {" "}Do you mean /{ $close }?
} Type your question, or type <b>help</b>.
command-unknown-here = I do not know { $typed }. Do you mean /{ $close }? All that you can type: /help.
command-in-private = { $typed } only works in your own chat with me.
command-for-staff = { $typed } only works in the staff group.

browse-button = Look by subject

answer-bot = Answer by the bot.{ $checked ->
    [none] {""}
   *[other] {" "}Checked in { $checked }.
}
answer-shown =
    <b>{ $question }</b>
    { $answer }

    <i>{ answer-bot }</i>
answer-sentence =
    The answer says about this:
    "{ $sentence }"
helps-button = 👍 This helps
helps-not-button = 👎 No help
related-button = More on this
back-button = Back
thanks-toast = Thank you.
answer-helped-not = Sorry. Shall I give your question to a person?
yes-ask-button = Yes, ask
no-leave-button = No, leave it
left-alone = Okay. We will see if this answer can be better.
entry-gone = This answer is gone. Type your question, then I look.

suggestions =
    I am not sure. Do you mean one of these?
    { $list }
suggestion =
    I am not sure. Do you mean this question?
    { $list }
suggestion-button = Question { $number }
none-of-these-button = None of these
none-of-these = Then I have no good answer. Shall I give your question to a person?
ask-differently-button = I ask it differently
ask-differently = Good. Type your question in other words.

unknown =
    I don't know that, and I don't want to guess.
    Shall I ask a person of the helpdesk?
not-passed-on = Good. I pass nothing on.

browse = What is your question about?
browse-more-button = More subjects
browse-theme =
    <b>{ $theme }</b> · { $total ->
        [one] 1 question
       *[other] { $total } questions
    } ({ $first } to { $last })
    { $list }
next-button = Next

hello-reply = Hello. What would you like to know?
thanks-reply = You're welcome.
glad-reply = Good.
robot-reply = No, I am a computer program. You can speak to a person: type <b>person</b>.
bye-reply = Goodbye.
noise-reply = I don't understand. Type your question, or type <b>person</b>.

something-wrong = Something went wrong on our side. Your message is kept. You need not do anything.
button-outdated = This has changed meanwhile.
only-for-staff = This button is for staff.
