using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>A logger whose exceptions are swallowed: once a request is signed, a failing log must not cost the caller the answer.</summary>
internal sealed class GuardedLogger(ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => Guarded(static (logger, state) => logger.BeginScope(state), state);

    public bool IsEnabled(LogLevel logLevel) => Guarded(static (logger, level) => logger.IsEnabled(level), logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Guarded(
            static (logger, entry) =>
            {
                logger.Log(entry.logLevel, entry.eventId, entry.state, entry.exception, entry.formatter);
                return true;
            },
            (logLevel, eventId, state, exception, formatter));

    private TResult? Guarded<TArgument, TResult>(Func<ILogger, TArgument, TResult> call, TArgument argument)
    {
        try
        {
            return call(logger, argument);
        }
        catch (Exception)
        {
            return default;
        }
    }
}
