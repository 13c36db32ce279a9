namespace SupportBot.Connector;

/// <summary>Turns a request away by its Authorization header alone, before its body is read.</summary>
internal interface IHeaderGate
{
    bool MayPass(string authHeader);
}
