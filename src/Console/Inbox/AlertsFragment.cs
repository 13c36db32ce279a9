using SupportBot.Cards;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>The inbox without the page around it, for an open inbox that looks for news.</summary>
public sealed class AlertsFragment(District district, AlertBoard board, ReachBoard reach, ReviewBoard reviews, AttendanceBoard attendance, VerifyBoard verify, DuesBoard dues, YearBoard year, SchoolTime time, ICardWords english, ConsoleOptions options) : InboxPage(district, board, reach, reviews, attendance, verify, dues, year, time, english, options);
