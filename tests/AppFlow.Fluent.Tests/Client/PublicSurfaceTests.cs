using System.Reflection;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>Every public member is usable from F#.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly MethodInfo[] Methods =
    [
        .. typeof(AppFlowClient).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
    ];

    [Fact]
    public void No_public_method_has_an_out_or_ref_parameter() =>
        Assert.DoesNotContain(Methods, method => method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef));

    [Fact]
    public void No_public_type_converts_implicitly() =>
        Assert.DoesNotContain(Methods, method => method.Name == "op_Implicit");

    [Fact]
    public void No_public_method_takes_a_delegate() =>
        Assert.DoesNotContain(Methods, method => method.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(Delegate))));
}
