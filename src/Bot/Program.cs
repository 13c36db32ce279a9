using SupportBot.Bot;

if (args is ["check", .. var rest]) return CheckCommand.Run(rest, Console.Out);

return await SupportBotHost.RunAsync(args);
