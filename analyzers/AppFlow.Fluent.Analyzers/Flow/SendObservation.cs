using AppFlow.Fluent.Analyzers.Requests;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>What all paths to a send say together.</summary>
internal sealed class SendObservation(RequestCall send)
{
    private bool _isUnknown;
    private bool _isReached;
    private ulong _neverSet = ulong.MaxValue;
    private ulong _notAlwaysSet;

    public RequestCall Send { get; } = send;

    /// <summary>The required fields that no path sets.</summary>
    public ulong NeverSet => IsKnown ? _neverSet & Send.Request.RequiredBits : 0;

    /// <summary>The required fields that some path does not set; those of <see cref="NeverSet"/> are among them.</summary>
    public ulong NotAlwaysSet => IsKnown ? (_neverSet | _notAlwaysSet) & Send.Request.RequiredBits : 0;

    private bool IsKnown => _isReached && !_isUnknown;

    public void Observe(RequestValue? value)
    {
        _isReached = true;
        if (value is null || value.Request != Send.Request)
        {
            _isUnknown = true;
            return;
        }

        _neverSet &= ~value.MaybeSet;
        if (!value.IsBlurred)
        {
            _notAlwaysSet |= ~value.Set;
        }
    }
}
