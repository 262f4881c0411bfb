# Everywhere people ask: languages (conversation 13), browsing, sharing, posters and groups (conversation 14).

language-name-button = English
language-offer = Which language shall we speak?
language-chosen = Good. I speak English with you now. Type your question.
only-in-other-language =
    Hello. I am a computer program, not a person. I have no English answer to this yet, only a { $language ->
        [nl] Dutch one
       *[other] different one
    }:
    <b>{ $question }</b>
show-anyway-button = Show { $language ->
    [nl] Dutch
   *[other] other
} answer
answer-in-other-language = <i>There is no English text of this answer yet.</i>
which-languages = Ik spreek Nederlands en Engels. I speak Dutch and English.

listen-button = Listen
listen-broken = The recording does not work now. The same is in the text above.
share-button = Share

poster =
    Hello. I am the bot of { $network }, a computer program.
    You scanned a poster. This is the answer:
read-on =
    Hello. I am the bot of { $network }, a computer program.
    This is the whole answer:
poster-foot = Another question? Type it. Or type <b>person</b>. Your data: /privacy

inline-answer =
    <b>{ $question }</b>
    { $answer }

    <i>Answer by the helpdesk of { $network }</i>
inline-nothing = No answer found. Ask it in the chat with the bot.
ask-yourself-button = Ask a question yourself
read-on-button = Read on
own-chat-button = Go on with the bot

group-hello =
    Hello. I am a bot, a computer program.
    A question about your initiative? Type <b>/vraag</b> and your question.
    I only see messages that are for me. I do not read the rest.
group-answer =
    <b>{ $question }</b>
    { $answer }
group-unsure = I am not sure about that. In our own chat a person can help. The group does not read along there.
group-hint = Type <b>/vraag</b> and your question, in one message. For example: /vraag do we need a VOG
group-help = A question? Type <b>/vraag</b> and your question. Everything else is in our own chat.
command-ask = Ask a question
