using CsCheck;

namespace AppFlow.Fluent.Rules.Tests.Laws;

/// <summary>The laws of merging two requests.</summary>
public class RequestStateTests
{
    [Fact]
    public void JoiningItselfIsNothing() => PathStates.Request.Sample(request => request.Join(request).Equals(request));

    [Fact]
    public void JoinHasNoOrder() => Gen.Select(PathStates.Request, PathStates.Request).Sample((one, other) => one.Join(other).Equals(other.Join(one)));

    [Fact]
    public void JoinHasNoGroups() => Gen.Select(PathStates.Request, PathStates.Request, PathStates.Request)
        .Sample((one, other, third) => one.Join(other).Join(third).Equals(one.Join(other.Join(third))), iter: 10_000);

    [Fact]
    public void WhatWasJoinedIsJoined() => Gen.Select(PathStates.Request, PathStates.Request)
        .Sample((one, other) => one.Join(other) is var joined && joined.Join(one).Equals(joined) && joined.Join(other).Equals(joined));

    [Fact]
    public void NothingIsLackingOfWhichOneHasIt() => Gen.Select(PathStates.Request, PathStates.Request).Sample((one, other) =>
    {
        var joined = one.Join(other);
        return PathStates.Fields.All(field =>
            (!joined.Lacks(field) || (one.Lacks(field) && other.Lacks(field)))
            && (joined.IsUncertain(field) || joined.Lacks(field) || one.Equals(other) || !(one.Lacks(field) || other.Lacks(field) || one.IsUncertain(field) || other.IsUncertain(field))));
    });

    [Fact]
    public void AValueIsKnownOnlyWhereBothHaveIt() => Gen.Select(PathStates.Request, PathStates.Request).Sample((one, other) =>
    {
        var joined = one.Join(other);
        return PathStates.Fields.All(field => !joined.Fields.TryGet(field, out var value) || value.Value is null
            || (one.Fields.TryGet(field, out var first) && other.Fields.TryGet(field, out var second)
                && value.Value.Equals(first.Value) && value.Value.Equals(second.Value)));
    });

    [Fact]
    public void ATokenAndAnOperationIdAreOneChoice() => PathStates.Request.Sample(request =>
        request.Fields.Keys.Count(field => field.Role != Shapes.FieldRole.Content) <= 1);
}
