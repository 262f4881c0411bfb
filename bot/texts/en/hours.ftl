# Opening hours, and what an asker may expect: conversation 10.

hours-here = The answer comes here, in this chat.
hours-usual = People usually get an answer within { $length }, here in this chat.
hours-usual-day = People usually get an answer by { $when }, here in this chat.
hours-closed = The helpdesk is closed now. Your question is ready for us.
hours-closed-until = The helpdesk is closed now. { $opens } we are back. Your question is ready for us.
hours-closed-holiday = The helpdesk is closed now. { $day } we are not there ({ $holiday }). { $opens } we are back. Your question is ready for us.
hours-at = { $day } at { $clock }
hours-days = { $first } to { $last }
hours-and = { " and " }
