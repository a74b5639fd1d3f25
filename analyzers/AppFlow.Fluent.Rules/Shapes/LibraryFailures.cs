namespace AppFlow.Fluent.Rules.Shapes;

/// <summary>
/// The possible failures of an AppFlow.Fluent send, for every front end. Types are identified by their full names.
/// </summary>
internal sealed class LibraryFailures : FailureModel
{
    private const string Base = "AppFlow.Fluent.AppFlowException";

    private static readonly string[] Modelled =
    [
        "AccessDeniedException", "ConflictException", "ResourceNotFoundException", "ServiceQuotaExceededException", "ValidationException",
        "ConnectorAuthenticationException", "ConnectorServerException", "InternalServerException", "ThrottlingException", "AppFlowTransportException",
    ];

    private static readonly string[] Plain = ["System.ArgumentException", "System.InvalidOperationException", "System.OperationCanceledException"];

    private const int ModelledRefusals = 5;
    private const int PlainRefusals = 2;

    private readonly List<FailureClass> _classes = [];

    private LibraryFailures(params string[] waits)
    {
        for (var i = 0; i < Modelled.Length; i++)
        {
            Add(i < ModelledRefusals, isOpen: false, "AppFlow.Fluent." + Modelled[i], Base, "System.Exception", "System.Object");
        }

        Add(isRefusal: false, isOpen: false, Base, "System.Exception", "System.Object");
        for (var i = 0; i < Plain.Length; i++)
        {
            Add(i < PlainRefusals, isOpen: true, Plain[i], "System.SystemException", "System.Exception", "System.Object");
        }

        foreach (var wait in waits)
        {
            Add(isRefusal: false, isOpen: true, wait.Split(' '));
        }
    }

    /// <summary>A send that is awaited directly.</summary>
    public static LibraryFailures Instance { get; } = new();

    /// <summary>
    /// A send inside <c>WaitAsync</c> (<c>TimeoutException</c>), one that is blocked on (<c>AggregateException</c>), or one within a pipeline
    /// (<c>TimeoutRejectedException</c>): these add failures that are lost answers.
    /// </summary>
    public static LibraryFailures WithWaitFailures { get; } = new(
        "System.TimeoutException System.SystemException System.Exception System.Object",
        "System.AggregateException System.Exception System.Object",
        "Polly.Timeout.TimeoutRejectedException Polly.ExecutionRejectedException System.Exception System.Object");

    /// <inheritdoc/>
    public override ulong All => (1UL << _classes.Count) - 1;

    /// <inheritdoc/>
    public override ulong Refusals => Where(candidate => candidate.IsRefusal);

    /// <inheritdoc/>
    public override ulong OfBuilding => Where(candidate => candidate.FullName == Plain[0]);

    /// <inheritdoc/>
    public override ulong May(object test) => test switch
    {
        ExceptionType type => Where(candidate => candidate.May(type)),
        _ when ReferenceEquals(test, FailureTests.MayHaveBeenApplied) || ReferenceEquals(test, FailureTests.IsRetryable) => All & ~Refusals,
        _ when ReferenceEquals(test, FailureTests.NotApplied) => Refusals,
        _ when FailureTests.CodeOf(test) is { } code => Where(candidate => candidate.HasCode(code)) is > 0 and var named ? named : Where(candidate => candidate.FullName == Base),
        _ => All,
    };

    /// <inheritdoc/>
    public override ulong Must(object test) => test switch
    {
        ExceptionType type => Where(candidate => candidate.Must(type)),
        _ when ReferenceEquals(test, FailureTests.MayHaveBeenApplied) => All & ~Refusals,
        _ when ReferenceEquals(test, FailureTests.NotApplied) => Refusals,
        _ when ReferenceEquals(test, FailureTests.IsRetryable) => Where(candidate => candidate.HasCode("ThrottlingException")),
        _ when FailureTests.CodeOf(test) is { } code => Where(candidate => candidate.HasCode(code)),
        _ => 0,
    };

    /// <summary>The name of each class of a set, for tests and messages.</summary>
    public IEnumerable<string> NamesOf(ulong classes) =>
        _classes.Where((_, index) => (classes & (1UL << index)) != 0).Select(candidate => candidate.FullName.Substring(candidate.FullName.LastIndexOf('.') + 1));

    private void Add(bool isRefusal, bool isOpen, params string[] names) => _classes.Add(new FailureClass(names, isRefusal, isOpen));

    private ulong Where(Func<FailureClass, bool> predicate)
    {
        var found = 0UL;
        for (var i = 0; i < _classes.Count; i++)
        {
            if (predicate(_classes[i]))
            {
                found |= 1UL << i;
            }
        }

        return found;
    }
}
