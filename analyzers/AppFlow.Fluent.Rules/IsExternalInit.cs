namespace System.Runtime.CompilerServices;

/// <summary>Required by the compiler for <c>init</c> accessors; .NET Standard 2.0 lacks it.</summary>
internal static class IsExternalInit
{
}
