using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Rules.Shapes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class FailureModelTests
{
    private const string Refused = "AccessDeniedException ConflictException ResourceNotFoundException ServiceQuotaExceededException ValidationException";
    private const string Lost = "ConnectorAuthenticationException ConnectorServerException InternalServerException ThrottlingException AppFlowTransportException";

    private static readonly Compilation Compilation = Calls.Compile("class Own : Exception;");
    private static readonly AppFlowFailures Model = AppFlowFailures.Instance;

    [Theory]
    [InlineData("System.Exception", Refused + " " + Lost + " AppFlowException ArgumentException InvalidOperationException OperationCanceledException")]
    [InlineData("AppFlow.Fluent.AppFlowException", Refused + " " + Lost + " AppFlowException")]
    [InlineData("AppFlow.Fluent.ThrottlingException", "ThrottlingException")]
    [InlineData("AppFlow.Fluent.ConflictException", "ConflictException")]
    [InlineData("System.OperationCanceledException", "OperationCanceledException")]
    [InlineData("System.SystemException", "ArgumentException InvalidOperationException OperationCanceledException")]
    [InlineData("System.Net.Http.HttpRequestException", "")]
    [InlineData("System.TimeoutException", "")]
    [InlineData("System.IO.IOException", "")]
    public void Derived_types_pass_the_test_for_a_type(string type, string expected)
    {
        var symbol = Compilation.GetTypeByMetadataName(type)!;
        Assert.Equal(expected, string.Join(" ", Model.NamesOf(Model.May(symbol))));
        Assert.Equal(expected, string.Join(" ", Model.NamesOf(Model.Must(symbol))));
    }

    [Theory]
    [InlineData("System.ArgumentNullException", "ArgumentException")]
    [InlineData("System.ObjectDisposedException", "InvalidOperationException")]
    [InlineData("System.Threading.Tasks.TaskCanceledException", "OperationCanceledException")]
    [InlineData("Own", "")]
    public void The_thrown_failure_may_or_may_not_be_of_a_derived_type(string type, string expected)
    {
        var symbol = Compilation.GetTypeByMetadataName(type)!;
        Assert.Equal(expected, string.Join(" ", Model.NamesOf(Model.May(symbol))));
        Assert.Equal(0UL, Model.Must(symbol));
    }

    [Fact]
    public void Refusals_are_failures_without_a_change()
    {
        Assert.Equal(Refused + " ArgumentException InvalidOperationException", string.Join(" ", Model.NamesOf(Model.Refusals)));
        Assert.Equal(Model.Refusals, Model.May(FailureTests.NotApplied));
        Assert.Equal(Model.Refusals, Model.Must(FailureTests.NotApplied));
        Assert.Equal(Model.All & ~Model.Refusals, Model.May(FailureTests.MayHaveBeenApplied));
        Assert.Equal(0UL, Model.May(FailureTests.IsRetryable) & Model.Refusals);
    }

    [Theory]
    [InlineData("ConflictException", "ConflictException")]
    [InlineData("Throttling", "ThrottlingException")]
    [InlineData("Unheard", "")]
    public void A_code_names_a_class(string code, string must)
    {
        Assert.Equal(must, string.Join(" ", Model.NamesOf(Model.Must(FailureTests.ErrorCode(code)))));
        Assert.Equal(FailureTests.ErrorCode(code), FailureTests.ErrorCode(code));
        Assert.Equal(must.Length == 0 ? "AppFlowException" : must, string.Join(" ", Model.NamesOf(Model.May(FailureTests.ErrorCode(code)))));
    }

    [Fact]
    public void An_unknown_test_may_or_may_not_pass()
    {
        Assert.Equal(Model.All, Model.May(new object()));
        Assert.Equal(0UL, Model.Must(new object()));
    }

    [Fact]
    public void A_wait_adds_lost_answers()
    {
        var waits = AppFlowFailures.WithWaitFailures;
        Assert.Equal(["TimeoutException"], waits.NamesOf(waits.Must(Compilation.GetTypeByMetadataName("System.TimeoutException")!)));
        Assert.Equal(["AggregateException"], waits.NamesOf(waits.Must(Compilation.GetTypeByMetadataName("System.AggregateException")!)));
        Assert.Equal(Model.Refusals, waits.Refusals);
    }

    // Handlers could not distinguish a class that is missing in the model, so the library's own list is the reference.
    [Fact]
    public void Each_exception_of_the_library_is_a_failure_class()
    {
        var expected = typeof(AppFlowException).Assembly.GetExportedTypes().Where(typeof(AppFlowException).IsAssignableFrom).Select(type => type.Name).Order();
        Assert.Equal(expected, Model.NamesOf(Model.Must(Compilation.GetTypeByMetadataName("AppFlow.Fluent.AppFlowException")!)).Order());
    }
}
