# Vragen en antwoorden: gesprekken 1, 2, 3, 4 en 14.

welcome =
    { $name ->
        [none] Hallo.
       *[other] Hallo { $name }.
    } Ik ben de bot van <b>{ $network }</b>.
    Ik ben een computerprogramma, geen mens.

    Typ hieronder je vraag over je buurtinitiatief. Weet ik het antwoord niet?
    Dan kan ik het aan mensen van de helpdesk vragen.

    We bewaren je vraag om je te helpen. Noem geen namen van bewoners. Meer: /privacy
welcome-again = Hallo weer. Typ je vraag, of kies.
help =
    <b>Zo werkt het</b>
    • Een vraag? Typ hem gewoon.
    • Liever een mens? Typ <b>mens</b>.{ $hours ->
        [none] {""}
       *[other] {" "}De helpdesk is open op { $hours }.
    }
    • Je eerdere vragen: /mijnvragen
    • Bijeenkomsten: /agenda
    • Meldingen kiezen: /meldingen. Stoppen: typ <b>stop</b>.
    • Je gegevens: /privacy
    Ik ben een computerprogramma.
profile-description =
    Stel je vraag over je buurtinitiatief in { $region }. Een computerprogramma zoekt het antwoord. Weet het programma het niet? Dan antwoordt een mens. Tik op START.
profile-short = Helpdesk voor buurtinitiatieven. Een computerprogramma antwoordt; weet het iets niet, dan antwoordt een mens.

command-help = Zo werkt de bot
command-questions = Je eerdere vragen
command-agenda = Bijeenkomsten
command-subscriptions = Meldingen kiezen
command-privacy = Je gegevens
command-queue = Open vragen
command-news = Nieuws sturen: beantwoord een bericht met /nieuws

command-unknown = Ik ken { $typed } niet.{ $close ->
    [none] {""}
   *[other] {" "}Bedoel je /{ $close }?
} Typ je vraag, of typ <b>help</b>.
command-unknown-here = Ik ken { $typed } niet. Bedoel je /{ $close }? Alles wat je kunt typen: /help.
command-in-private = { $typed } werkt alleen in je eigen gesprek met mij.
command-for-staff = { $typed } werkt alleen in de groep van de helpdesk.

browse-button = Kijk per onderwerp

answer-bot = Antwoord van de bot.{ $checked ->
    [none] {""}
   *[other] {" "}Nagekeken in { $checked }.
}
answer-shown =
    <b>{ $question }</b>
    { $answer }

    <i>{ answer-bot }</i>
answer-sentence =
    Hierover staat in het antwoord:
    "{ $sentence }"
helps-button = 👍 Dit helpt
helps-not-button = 👎 Dit helpt niet
related-button = Meer hierover
back-button = Terug
thanks-toast = Dank je.
answer-helped-not = Jammer. Zal ik je vraag aan een mens geven?
yes-ask-button = Ja, vraag het
no-leave-button = Nee, laat maar
left-alone = Oké. We kijken of dit antwoord beter kan.
entry-gone = Dit antwoord is er niet meer. Typ je vraag, dan zoek ik.

suggestions =
    Ik twijfel. Bedoel je een van deze vragen?
    { $list }
suggestion =
    Ik twijfel. Bedoel je deze vraag?
    { $list }
suggestion-button = Vraag { $number }
none-of-these-button = Geen van deze
none-of-these = Dan heb ik geen goed antwoord. Zal ik je vraag aan een mens geven?
ask-differently-button = Ik vraag het anders
ask-differently = Goed. Typ je vraag met andere woorden.

unknown =
    Dat weet ik niet, en ik wil niet gokken.
    Zal ik het aan een mens van de helpdesk vragen?
not-passed-on = Goed. Ik geef niets door.

browse = Waar gaat je vraag over?
browse-more-button = Meer onderwerpen
browse-theme =
    <b>{ $theme }</b> · { $total ->
        [one] 1 vraag
       *[other] { $total } vragen
    } ({ $first } tot { $last })
    { $list }
next-button = Volgende

hello-reply = Hallo. Wat wil je weten?
thanks-reply = Graag gedaan.
glad-reply = Fijn.
robot-reply = Nee, ik ben een computerprogramma. Een mens spreken kan: typ <b>mens</b>.
bye-reply = Tot ziens.
noise-reply = Ik begrijp je niet. Typ je vraag, of typ <b>mens</b>.

something-wrong = Er ging bij ons iets mis. Je bericht is bewaard. Je hoeft niets te doen.
button-outdated = Dit is intussen anders.
only-for-staff = Deze knop is voor medewerkers.
