# Overal waar mensen vragen: talen (gesprek 13), bladeren, delen, poster en groep (gesprek 14).

language-name-button = Nederlands
language-offer = In welke taal praten we?
language-chosen = Goed. Ik praat nu Nederlands met je. Typ je vraag.
only-in-other-language =
    Hallo. Ik ben een computerprogramma, geen mens. Ik heb hierop nog geen Nederlands antwoord, alleen een { $language ->
        [en] Engels
       *[other] ander
    }:
    <b>{ $question }</b>
show-anyway-button = Toon het { $language ->
    [en] Engelse antwoord
   *[other] andere antwoord
}
answer-in-other-language = <i>Dit antwoord is er nog niet in het Nederlands.</i>
which-languages = Ik spreek Nederlands en Engels. I speak Dutch and English.

listen-button = Luister
listen-broken = De opname doet het nu niet. Hierboven staat hetzelfde in tekst.
share-button = Deel

poster =
    Hallo. Ik ben de bot van { $network }, een computerprogramma.
    Je scande een poster. Dit is het antwoord:
read-on =
    Hallo. Ik ben de bot van { $network }, een computerprogramma.
    Dit is het hele antwoord:
poster-foot = Andere vraag? Typ hem. Of typ <b>mens</b>. Je gegevens: /privacy

inline-answer =
    <b>{ $question }</b>
    { $answer }

    <i>Antwoord van de helpdesk van { $network }</i>
inline-nothing = Geen antwoord gevonden. Vraag het in het gesprek met de bot.
ask-yourself-button = Stel zelf een vraag
read-on-button = Lees verder
own-chat-button = Verder met de bot

group-hello =
    Hallo. Ik ben een bot, een computerprogramma.
    Een vraag over jullie initiatief? Typ <b>/vraag</b> en je vraag.
    Ik zie alleen berichten die voor mij zijn. De rest lees ik niet.
group-answer =
    <b>{ $question }</b>
    { $answer }
group-unsure = Dat weet ik niet zeker. In ons eigen gesprek kan een mens meekijken. Daar leest de groep niet mee.
group-hint = Typ <b>/vraag</b> en je vraag, in één bericht. Bijvoorbeeld: /vraag hebben wij een VOG nodig
group-help = Een vraag? Typ <b>/vraag</b> en je vraag. Alles wat ik verder kan, kan in ons eigen gesprek.
command-ask = Stel een vraag
