using Amazon.Runtime;

namespace AppFlow.Fluent.Tests.Fakes;

/// <summary>Credentials that change with every request for them.</summary>
internal sealed class RotatingCredentials(Func<int, ImmutableCredentials> next) : AWSCredentials
{
    private int _asked;

    public int Asked => _asked;

    public override ImmutableCredentials GetCredentials() => next(Interlocked.Increment(ref _asked));

    public override Task<ImmutableCredentials> GetCredentialsAsync() => Task.FromResult(GetCredentials());
}
