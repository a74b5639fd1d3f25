using AppFlow.Fluent;
using AppFlow.Fluent.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Worker;

// The whole set-up. `dotnet run --project samples/Worker` needs no account: if no endpoint is configured, it starts an emulator.
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddAppFlowClient(builder.Configuration.GetSection("AppFlow"));
builder.Services.AddOptions<ReleaseOptions>().Bind(builder.Configuration.GetSection("Releases")).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddHealthChecks().AddAppFlow();
builder.Services.AddOpenTelemetry()
    .WithTracing(traces => traces.AddSource("AppFlow.Fluent").AddConsoleExporter())
    .WithMetrics(metrics => metrics.AddMeter("AppFlow.Fluent").AddConsoleExporter());
builder.Services.AddHostedService<ReleaseWorker>();

await using var appflow = builder.Configuration["AppFlow:Endpoint"] is null ? await AppFlowEmulator.StartAsync() : null;
if (appflow is not null)
{
    builder.Services.Configure<AppFlowClientOptions>(options => (options.Endpoint, options.Credentials) = (appflow.Endpoint, appflow.Credentials));
}

using var host = builder.Build();
await host.RunAsync();
