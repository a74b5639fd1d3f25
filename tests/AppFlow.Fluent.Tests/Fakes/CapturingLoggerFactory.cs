using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Records everything that is logged at any level: messages, their values, exceptions and scopes.</summary>
internal sealed class CapturingLoggerFactory : ILoggerFactory
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyCollection<string> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private static string Show(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join("; ", values.Select(pair => $"{pair.Key}={pair.Value}"))
        : $"{state}";

    private sealed class Logger(CapturingLoggerFactory factory, string category) : ILogger, IDisposable
    {
        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull
        {
            factory._entries.Enqueue($"{category} scope {state} {Show(state)}");
            return this;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            factory._entries.Enqueue($"{category} {logLevel} {eventId} {formatter(state, exception)} {Show(state)} {exception}");

        public void Dispose()
        {
        }
    }
}
