using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace SupportBot.Bench.Ours;

internal sealed class DialogBot(ConversationState state) : ActivityHandler
{
    private readonly ColourDialog _dialog = new();
    private readonly IStatePropertyAccessor<DialogState> _accessor = state.CreateProperty<DialogState>("DialogState");

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await state.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        => _dialog.RunAsync(turnContext, _accessor, cancellationToken);
}
