using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AppFlow.Fluent.Benchmarks.Calls;

/// <summary>
/// Reads a body to its end and answers with the same few bytes: the minimum for a server, so that the client's cost is visible.
/// </summary>
internal sealed class ConstantServer : IAsyncDisposable
{
    private static readonly byte[] Answer = Encoding.UTF8.GetBytes("""{"connectorArn":"arn:aws:appflow:us-east-1:123456789012:connector/orders"}""");

    private readonly WebApplication _application;

    private ConstantServer(WebApplication application)
    {
        _application = application;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public Uri Address { get; }

    /// <param name="certificate">What it speaks TLS with; null for plain HTTP.</param>
    /// <param name="pause">How long it waits before each answer.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<ConstantServer> StartAsync(X509Certificate2? certificate, TimeSpan pause, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            }));
        var application = builder.Build();
        application.Run(context => AnswerAsync(context, pause));
        await application.StartAsync(cancellationToken);
        return new ConstantServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, TimeSpan pause)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, context.RequestAborted);
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        context.Response.Headers["x-amzn-requestid"] = "4f1c6a32-7a8e-4be1-9d37-5d8a4c3f2b10";
        await context.Response.BodyWriter.WriteAsync(Answer);
    }
}
