using System.Threading.Tasks;
using AppFlow.Fluent;

public static class LibraryAlone
{
    public static Task PublishAsync(IAppFlowClient client) =>
        ConnectorRegistration.Update().WithDescription("adds paging").SendAsync(client);   // AFF2001
}
