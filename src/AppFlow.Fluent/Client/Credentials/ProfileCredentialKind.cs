namespace AppFlow.Fluent.Client.Credentials;

/// <summary>The kind of a profile's credentials.</summary>
internal enum ProfileCredentialKind
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>A role that another profile or a named source assumes.</summary>
    Role,

    /// <summary>A role that is assumed with a web identity token.</summary>
    WebIdentity,

    /// <summary>A login with IAM Identity Center.</summary>
    Sso,

    /// <summary>Keys, with or without a session token.</summary>
    Keys,

    /// <summary>A command that prints credentials.</summary>
    Process,

    /// <summary>A login with the console's own credentials.</summary>
    ConsoleLogin,
}
