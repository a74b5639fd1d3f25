namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>Receives every request of the service before its answer leaves. It must be quick, never wait, and never throw.</summary>
internal interface IRequestLog
{
    void Add(AnsweredRequest request);
}
