# The staff group itself: conversation 21.

group-recall = <i>Before, about this question:</i>
group-recall-line = <b>{ staff-Asker }</b>: { $text }
group-card-there = Question { $number } is <a href="{ $address }">here</a> now.
group-card-below = Question { $number } has a new card, below.

group-trouble = { $kind ->
    [gone] <b>The group does not work.</b> I am not in "{ $title }" any more.
    [mute] <b>The group does not work.</b> I may not write in "{ $title }".
    [topics] <b>The group does not work well.</b> I may not make topics in "{ $title }". New questions come without a topic for now.
   *[admin] <b>The group does not work well.</b> I am no administrator of "{ $title }". Questions do come. Pinning and following along may fail.
} { $count ->
    [0] {""}
    [one] 1 question waits. It is not lost.
   *[other] { $count } questions wait. They are not lost.
}
    Do this: { $kind ->
    [gone] put me in the group again, and make me an administrator.
    [topics] group, Administrators, choose me, switch "Manage topics" on.
   *[other] group, Administrators, make me an administrator.
}
group-solved = <b>Solved at { $clock }.</b> { $count ->
    [0] The group works again.
    [one] The question that waited is in the group.
   *[other] The { $count } questions that waited now come to the group.
}
group-look-button = Look now
group-looking = I will look. If all is well, this message changes.
