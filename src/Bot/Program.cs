using SupportBot.Bot;

if (args is ["check", .. var rest]) return CheckCommand.Run(rest, Console.Out);
if (args is ["understand", .. var which]) return UnderstandCommand.Run(which, Console.In, Console.Out);

return await SupportBotHost.RunAsync(args);
