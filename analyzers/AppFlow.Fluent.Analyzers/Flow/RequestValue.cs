using AppFlow.Fluent.Analyzers.Requests;

namespace AppFlow.Fluent.Analyzers.Flow;

/// <summary>
/// What is known of a request at a point of a body: which of its fields are set for certain, and which may be. Null stands for a value
/// that nothing is known of.
/// </summary>
internal sealed class RequestValue(RequestType request, ulong set, ulong maybeSet, bool isBlurred) : IEquatable<RequestValue>
{
    public RequestType Request { get; } = request;

    /// <summary>The fields that every path has set.</summary>
    public ulong Set { get; } = set;

    /// <summary>The fields that some path has set; those of <see cref="Set"/> are among them.</summary>
    public ulong MaybeSet { get; } = maybeSet;

    /// <summary>
    /// Whether so many paths were laid together that a field that only may be set says nothing about any one path.
    /// </summary>
    public bool IsBlurred { get; } = isBlurred;

    public static RequestValue New(RequestType request) => new(request, request.InitialBits, request.InitialBits, isBlurred: false);

    public RequestValue With(ulong fields) => new(Request, Set | fields, MaybeSet | fields, IsBlurred);

    /// <summary>The same value of which a single path is not told.</summary>
    public RequestValue Blurred() => IsBlurred ? this : new RequestValue(Request, Set, MaybeSet, isBlurred: true);

    /// <summary>Both values laid together; unknown when either is, or when they are of different classes.</summary>
    public static RequestValue? Blur(RequestValue? one, RequestValue? other)
    {
        if (one is null || other is null || one.Request != other.Request)
        {
            return null;
        }

        return one.Equals(other) ? one : new RequestValue(one.Request, one.Set & other.Set, one.MaybeSet | other.MaybeSet, isBlurred: true);
    }

    public bool Equals(RequestValue? other) =>
        other is not null
        && Request == other.Request
        && Set == other.Set
        && MaybeSet == other.MaybeSet
        && IsBlurred == other.IsBlurred;

    public override bool Equals(object? obj) => Equals(obj as RequestValue);

    public override int GetHashCode() => (Set, MaybeSet, IsBlurred).GetHashCode();
}
