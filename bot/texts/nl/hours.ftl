# Openingstijden, en wat een vrager mag verwachten: gesprek 10.

hours-here = Je krijgt antwoord hier, in dit gesprek.
hours-usual = Meestal krijg je binnen { $length } antwoord, hier in dit gesprek.
hours-usual-day = Meestal krijg je uiterlijk { $when } antwoord, hier in dit gesprek.
hours-closed = De helpdesk is nu dicht. Je vraag staat klaar.
hours-closed-until = De helpdesk is nu dicht. { $opens } zijn we er weer. Je vraag staat klaar.
hours-closed-holiday = De helpdesk is nu dicht. { $day } zijn we er niet ({ $holiday }). { $opens } zijn we er weer. Je vraag staat klaar.
hours-at = { $day } om { $clock }
hours-days = { $first } t/m { $last }
hours-and = { " en " }
