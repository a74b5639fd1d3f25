using AppFlow.Fluent.Emulator;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Tests.Client;

public sealed class LoggerFaultTests
{
    [Fact]
    public async Task A_failing_log_does_not_cost_the_answer()
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = new AppFlowClient(new AppFlowClientOptions
        {
            Endpoint = appflow.Endpoint,
            Credentials = appflow.Credentials,
            LoggerFactory = new FailingLoggers(),
        });

        var answer = await ConnectorRegistration.Register("orders").WithLambda("arn:aws:lambda:us-east-1:1:f").SendAsync(client);
        await Assert.ThrowsAsync<ConflictException>(
            () => ConnectorRegistration.Register("orders").WithLambda("arn:aws:lambda:us-east-1:1:f").SendAsync(client));

        Assert.NotEmpty(answer.ClientToken);
    }

    private sealed class FailingLoggers : ILoggerFactory, ILogger
    {
        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("log");

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("log");

        public void Dispose()
        {
        }
    }
}
