using System.Reflection;
using System.Runtime.CompilerServices;

namespace AppFlow.Fluent.Tests;

/// <summary>Which properties can be set, and when.</summary>
internal static class Construction
{
    /// <summary>Whether the property can be changed after construction.</summary>
    public static bool CanBeSetLater(PropertyInfo property) => property.SetMethod is not null && !IsSetWhenMade(property);

    public static bool IsSetWhenMade(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}
