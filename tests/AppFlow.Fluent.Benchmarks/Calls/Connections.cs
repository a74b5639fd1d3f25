namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>The same connections for every mode that lets us choose: those that AppFlow.Fluent makes for itself.</summary>
internal static class Connections
{
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };
}
