using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

/// <summary>Keeps what is logged, with its category.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly List<(string Category, string Text)> _lines = [];

    public IReadOnlyList<(string Category, string Text)> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (logs._lock)
            {
                logs._lines.Add((category, formatter(state, exception)));
            }
        }
    }
}
