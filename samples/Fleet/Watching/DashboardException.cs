namespace Fleet.Watching;

/// <summary>The dashboard's port is taken, or not allowed to this user.</summary>
internal sealed class DashboardException(Exception cause)
    : Exception($"The dashboard cannot start: {cause.Message} --dashboard 0 takes any free port.", cause);
