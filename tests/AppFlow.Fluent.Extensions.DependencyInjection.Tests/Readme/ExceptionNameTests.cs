using System.ComponentModel.DataAnnotations;
using AppFlow.Fluent;
using RefusedByAppFlow = AppFlow.Fluent.ValidationException;

namespace ApplicationOfAUser;

/// <summary>A file that uses both classes of the name <c>ValidationException</c>.</summary>
public sealed class ExceptionNameTests
{
    [Fact]
    public void Both_exception_types_can_be_used_together()
    {
        Exception e = new RefusedByAppFlow("connectorLabel is wrong") { ClientToken = "t" };

        Assert.Equal("t", Assert.IsAssignableFrom<AppFlowException>(e).ClientToken);
        Assert.IsNotType<System.ComponentModel.DataAnnotations.ValidationException>(e);
        Assert.False(new RequiredAttribute().IsValid(null));
    }
}
