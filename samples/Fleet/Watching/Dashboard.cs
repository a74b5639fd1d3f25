using System.Net.Sockets;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fleet.Watching;

/// <summary>Hangfire's dashboard, for this machine only, because anyone who sees it can also run, stop and delete jobs.</summary>
internal sealed class Dashboard : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Dashboard(WebApplication application) => _application = application;

    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <param name="storage">Where the jobs are.</param>
    /// <param name="port">The port on 127.0.0.1; 0 takes any free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="DashboardException">The port is taken, or not allowed to this user.</exception>
    public static async Task<Dashboard> StartAsync(JobStorage storage, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");

        // Refuses requests for other host names, so that a web page whose name resolves to 127.0.0.1 gets no answer.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1";
        builder.Logging.SetMinimumLevel(LogLevel.Error);

        // The exception says it, without a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddHostFiltering(_ => { });
        builder.Services.AddHangfire(configuration => configuration.UseStorage(storage));
        var application = builder.Build();
        application.UseHostFiltering();
        application.UseHangfireDashboard("", new DashboardOptions { DashboardTitle = "Fleet", AppPath = null, StatsPollingInterval = 1000 });
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            await application.DisposeAsync();
            throw new DashboardException(taken);
        }

        return new Dashboard(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
