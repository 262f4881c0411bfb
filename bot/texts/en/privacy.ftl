# Your data: conversation 19.

privacy =
    <b>What we know of you</b>
    • Your name in Telegram, your language and your choices. We keep them until you erase them.
    • Your questions and our answers. We keep them for { $months ->
        [one] 1 month
       *[other] { $months } months
    }.
    • Where you said you come, until 3 months after that.
    Who reads along? Only people of the helpdesk, with questions that you pass on. What the bot did not know they read without your name.
    One exception: a person always looks at words of crisis.
    We sell nothing. Telegram is another company, with its own rules.
command-my-data = What we keep of you
command-forget-me = Erase all your data

my-data = This is all that we keep of you. You can open and read it.
my-data-button = My data
my-data-file-name = my-data.html
my-data-title = My data with { $network }
my-data-made = Made on { $when }.
my-data-name = Your name in Telegram: { $name }{ $username ->
    [none] {""}
   *[other] {" "}(@{ $username })
}
my-data-number = Your number in Telegram: { $number }
my-data-language = The language in which we talk with you: { $language ->
    [nl] Dutch
   *[en] English
}
my-data-since = We know you since { $when }.
my-data-choices = Your choices. Place: { $places }. Subjects: { $themes }. Messages: { $kinds }.
my-data-kind = { $kind ->
    [news] news
    [reminders] reminders
   *[changes] changes
}
my-data-quiet = Silent from { $begins } to { $until }.
my-data-stopped = You turned all messages off on { $when }.
my-data-attending = { $title }, { $day }: { $answer ->
    [yes] you come
    [maybe] you may come
    [no] you don't come
   *[waits] you wait for a place
}{ $people ->
    [one] {""}
   *[other] {" "}(with { $people } people)
}
my-data-none = none
my-data-all = all
my-data-blocked = The helpdesk takes no questions from you. Reason: { $reason ->
    [spam] advertising or junk
    [abuse] abuse or threats
   *[other] another reason
}.
my-data-asked = Your questions to the bot: { $count }
my-data-answer = The bot's answer: { $question }
my-data-talks = Your questions to people: { $count }
my-data-talk = Question { $number } of { $when } ({ $state ->
    [new] waits for a person
    [closed] finished
    [withdrawn] withdrawn
    [merged] belongs to another question
   *[other] a person is working on it
})
my-data-you = You
my-data-by = { $by ->
    [none] A person of the helpdesk
   *[other] { $by } of the helpdesk
}
my-data-media = ({ $kind ->
    [voice] voice message
    [photo] photo
    [document] file
   *[other] message without text
}, this is in Telegram only)
my-data-rating = You found the help: { $rating ->
    [good] good
    [soso] so-so
   *[bad] not good
}.{ $remark ->
    [none] {""}
   *[other] {" "}You added: { $remark }
}

erase-sure =
    <b>I erase this:</b> your name, your choices and { $questions ->
        [0] whatever else we know of you.
        [one] 1 question.
       *[other] { $questions } questions.
    }{ $said ->
        [0] {""}
        [one] {" "}Also 1 meeting that you answered.
       *[other] {" "}Also { $said } meetings that you answered.
    }{ $open ->
        [0] {""}
        [one] {" "}I withdraw your open question{ $subject ->
            [none] {""}
           *[other] {" "}about { $subject }
        }.
       *[other] {" "}I withdraw your { $open } open questions.
    } This cannot be undone.
erase-button = Erase everything
erase-not-button = Don't
erase-not = Nothing was erased.
erased =
    <b>Your data are erased.</b> We only still count that there was a question once, without a name.{ $blocked ->
        [yes] {" "}We only keep your number in Telegram, since you are blocked.
       *[no] {""}
    }
    This chat is still on your phone. Delete it yourself in Telegram.
erased-for-you =
    <b>The helpdesk erased your data, as you asked.</b> We only still count that there was a question once, without a name.
    This chat is still on your phone. Delete it yourself in Telegram.

# What staff read.
erased-told = { $count ->
    [one] Question { $numbers }
   *[other] Questions { $numbers }
}: { $by ->
    [none] the asker had everything erased.
   *[other] { $by } erased everything, since the asker wanted that.
} The text is gone. Nothing more to do.
erased-card = <b>Question { $number } · erased.</b> The text is gone. Nothing more to do.
erased-topic = Erased · question { $number }
erased-message = Erased.
wipe-whom = Of whom? Reply to a message of the asker with <b>/erase</b>, or type it in the topic of the question.
wipe-gone = Everything of this asker is erased already.
wipe-sure =
    <b>Erase everything of { staff-asker }?</b> Only do this when the asker wants it.
    This goes: name, choices and { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }, from this group too. Open questions are withdrawn. The asker reads it. It cannot be undone.
wipe-done = Erased. The asker reads that.
command-wipe = Erase everything of an asker: reply to a message
