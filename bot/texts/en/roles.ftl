# Who may do what: staff and coordinators.

only-staff = This is only for staff of the helpdesk.
only-coordinators-toast = { $names ->
    [none] Only a coordinator can do this.
   *[other] Only a coordinator can do this: { $names }
}
only-coordinators = { $names ->
    [none] Only a coordinator can do this: whoever administers this group.
   *[other] Only a coordinator can do this: { $names }.
}
