namespace AppFlow.Fluent.Client;

/// <summary>The one client behind <see cref="AppFlowClient.Default"/>.</summary>
internal static class DefaultClient
{
    private static readonly Lock Gate = new();
    private static AppFlowClient? _client;

    public static AppFlowClient Get()
    {
        if (Volatile.Read(ref _client) is { } client)
        {
            return client;
        }

        lock (Gate)
        {
            return _client ??= new AppFlowClient();
        }
    }

    public static void Replace(AppFlowClient client)
    {
        lock (Gate)
        {
            if (_client is not null)
            {
                throw new InvalidOperationException(
                    "AppFlowClient.Default was already replaced or used. Set it once, at start-up, before the first SendAsync without a client.");
            }

            _client = client;
        }
    }
}
