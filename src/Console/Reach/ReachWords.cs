namespace SupportBot.Console;

/// <summary>What cannot be reached, and what to do about it, as sentences.</summary>
public static class ReachWords
{
    public static string Of(ServiceState state, string since) => state.Name switch
    {
        ServiceNames.Teams => $"Teams messages are late{since}. Alerts still show here.",
        ServiceNames.Feed => $"The activity feed in Teams is late{since}. Alerts still show here.",
        ServiceNames.Mail => $"Mail from this program is late{since}. Alerts still show here.",
        ServiceNames.People => $"The list of people is not brought up to date{since}. Who is new may be missing, and who left may still be here.",
        ServiceNames.Presence => $"Who is there in Teams is not known{since}. Everybody on duty counts as there.",
        ServiceNames.Calendar => $"Events of trainings reach calendars late{since}. Seats and times here are right.",
        ServiceNames.Install => $"The app cannot be installed for people who do not have it{since}. Alerts still show here.",
        _ => $"A service this program uses does not answer{since}. Alerts still show here.",
    };

    /// <summary>What the district goes without, and what that means.</summary>
    public static string WithoutIt(ServiceState state) => state.Name switch
    {
        ServiceNames.Teams => "Cards in Teams",
        ServiceNames.Feed => "Notices in the Teams activity feed",
        ServiceNames.Mail => "Mail",
        ServiceNames.People => "Bringing people up to date from Microsoft Entra",
        ServiceNames.Presence => "Presence from Teams",
        ServiceNames.Calendar => "Events of trainings in a calendar of its own",
        ServiceNames.Install => "Installing the app for people on duty",
        _ => state.Name,
    };

    public static string Channel(string channel) => channel switch
    {
        ServiceNames.Teams => "Teams message",
        ServiceNames.Feed => "Teams activity feed",
        ServiceNames.Mail => "Mail",
        _ => channel,
    };

    /// <summary>Why, and what somebody can do.</summary>
    public static string WhatToDo(Unreachable how) => how.Code switch
    {
        "not-installed" or "BotNotInConversationRoster" => "The app is not installed for them. Ask them to add it in Teams, or have it added for everybody in the Teams admin center.",
        "blocked" => "They have blocked the bot in Teams. Ask them to open the chat with it and unblock it.",
        "no-account" => "Their account is not known in the directory, or has been disabled. Ask IT to check it.",
        "no-mailbox" => "Their address takes no mail. Ask IT to check the mailbox.",
        _ => $"It was refused ({how.Code}). Ask IT to look at it.",
    };
}
