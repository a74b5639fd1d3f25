using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Client;

/// <summary>Starts the log, trace and metrics of each call of one client.</summary>
internal sealed class CallObserver(ILogger? logger, CallTarget target, TimeProvider timeProvider)
{
    /// <summary>Where to log; null if there is no logging, so that the logging library is not even loaded.</summary>
    public ILogger? Logger => logger;

    public CallTarget Target => target;

    public TimeProvider TimeProvider => timeProvider;

    public ObservedCall Begin(ServiceCall call)
    {
        if (logger is not null)
        {
            CallLog.Sending(logger, call.Operation.Name, target.Endpoint, call.ClientToken.Length > 0 ? call.ClientToken : CallLog.None);
        }

        return new ObservedCall(
            this,
            call,
            Telemetry.Calls.HasListeners() ? TryStartActivity(call) : null,
            Telemetry.CallDuration.Enabled ? timeProvider.GetTimestamp() : ObservedCall.NotMeasured);
    }

    private Activity? TryStartActivity(ServiceCall call)
    {
        var outer = Activity.Current;
        try
        {
            return StartActivity(call);
        }
        catch (Exception)
        {
            // An error of the listener must not fail the call.
            Activity.Current = outer;
            return null;
        }
    }

    private Activity? StartActivity(ServiceCall call)
    {
        var activity = Telemetry.Calls.StartActivity($"{Telemetry.ServiceId}.{call.Operation.Name}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("rpc.system", "aws-api");
            activity.SetTag("rpc.service", Telemetry.ServiceId);
            activity.SetTag("rpc.method", call.Operation.Name);
            activity.SetTag("cloud.region", target.Region);
            activity.SetTag("server.address", target.Endpoint.Host);
            activity.SetTag("server.port", target.Endpoint.Port);
            activity.SetTag("appflow.client_token", call.ClientToken.Length > 0 ? call.ClientToken : null);
        }

        return activity;
    }
}
