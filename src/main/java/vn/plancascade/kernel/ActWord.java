package vn.plancascade.kernel;

/**
 * What people do besides moving a duty on, which has words of its own; as the audit keeps it. People read the text
 * {@code act.<name>}.
 */
public enum ActWord {
    planCreated,
    planSubmitted,
    planSubmissionTakenBack,
    planReturned,
    planApproved,
    planApprovalTakenBack,
    planIssued,
    planWithdrawn,
    planDiscarded,
    planCopyAdded,
    amendmentOpened,
    amendmentSubmitted,
    amendmentReturned,
    amendmentApproved,
    amendmentIssued,
    amendmentDiscarded,
    amendmentEnded,
    startsRetried,
    unitJoined,
    unitLeft,
    periodMadeUp,

    taskClaimed,
    taskReleased,
    outsideRecorded,
    outsideReturned,
    overdueFollowedUp,
    letterGathered,
    letterSubmitted,
    letterReturned,
    letterApproved,
    letterIssued,
    letterDiscarded,

    substitutionAdded,
    substitutionEnded,
    unitsImported,
    unitsChanged,

    personAdded,
    personChanged,
    personEnabled,
    personDisabled,
    personInvited,
    passwordReset,
    passwordSet,
    addressChanged,
    roleGiven,
    roleEnded,
    firstAdministrator,
    invitationsSent,

    dayEntered,
    dayRemoved,
    policyReplaced,
    layoutReplaced,

    mailResent,
    mailsResent,
    sendingResumed,
    mailTextChanged,
    mailTextReset,
    jobRetried,
    jobsRetried,

    manyReminded,
    manyChased,
    manyExtended,
    manyWaived,
    manyHandedOver
}
