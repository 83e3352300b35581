using AutoMapper;
using AutoMapper.QueryableExtensions;
using Education.BuildingBlocks.Jobs;
using Education.BuildingBlocks.Messaging;
using Education.BuildingBlocks.Persistence;
using Education.BuildingBlocks.Web;
using Education.SharedKernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Education.Api.Tests.Notes;

internal sealed class NoteRow
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public decimal Price { get; init; }

    public DateOnly Day { get; init; }

    public NoteKind Kind { get; init; }
}

internal sealed class NoteRowProfile : Profile
{
    public NoteRowProfile() => CreateMap<Note, NoteRow>();
}

internal sealed record ListNotesQuery : ListQuery, IQuery<PagedResult<NoteRow>>
{
    public NoteKind? Kind { get; init; }

    public Guid? InstitutionId { get; init; }

    public DateOnly? Day { get; init; }

    public decimal? Price { get; init; }
}

internal sealed class ListNotesHandler(NotesDbContext db, AutoMapper.IConfigurationProvider mapper) : IQueryHandler<ListNotesQuery, PagedResult<NoteRow>>
{
    private static readonly SortMap<Note> Sorts = new SortMap<Note>(n => n.Id)
        .By("number", n => n.Number).By("day", n => n.Day).By("kind", n => n.Kind).By("price", n => n.Price);

    public Task<PagedResult<NoteRow>> Handle(ListNotesQuery query, CancellationToken cancellationToken)
    {
        var rows = db.Scoped<Note>().AsNoTracking();
        rows = query.Kind is { } kind ? rows.Where(n => n.Kind == kind) : rows;
        rows = query.InstitutionId is { } institution ? rows.Where(n => n.InstitutionId == institution) : rows;
        rows = query.Q is { Length: > 0 } text ? rows.Where(n => n.SearchName.Contains(SearchText.Normalize(text))) : rows;
        return rows.ToPage(query, Sorts, "number", page => page.ProjectTo<NoteRow>(mapper), cancellationToken);
    }
}

internal sealed record NoteCard(Guid Id, long Version, string Number, decimal Price, int Lines) : IVersioned;

internal sealed record GetNoteQuery(Guid Id) : IQuery<NoteCard>;

internal sealed class GetNoteHandler(NotesDbContext db) : IQueryHandler<GetNoteQuery, NoteCard>
{
    public async Task<NoteCard> Handle(GetNoteQuery query, CancellationToken cancellationToken) =>
        await db.Scoped<Note>().Where(n => n.Id == query.Id)
            .Select(n => new NoteCard(n.Id, n.Version, n.Number, n.Price, n.Lines.Count)).SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFound("Note", query.Id);
}

internal sealed record CreateNoteCommand(
    Guid InstitutionId, string Number, string TitleKk, string TitleRu, string Author, NoteKind Kind, decimal Price, DateOnly Day) : ICommand<NoteCard>;

internal sealed class CreateNoteValidator : AbstractValidator<CreateNoteCommand>
{
    public CreateNoteValidator()
    {
        RuleFor(c => c.Number).Cascade(CascadeMode.Stop).NotEmpty().Must(n => n.StartsWith("N-", StringComparison.Ordinal)).WithCode("notes.number-format");
        RuleFor(c => c.TitleKk).NotEmpty().MaximumLength(20);
        RuleFor(c => c.TitleRu).NotEmpty();
        RuleFor(c => c.Price).GreaterThanOrEqualTo(0);
    }
}

internal sealed class CreateNoteHandler(NotesDbContext db) : ICommandHandler<CreateNoteCommand, NoteCard>
{
    public async Task<NoteCard> Handle(CreateNoteCommand command, CancellationToken cancellationToken)
    {
        var note = new Note
        {
            InstitutionId = command.InstitutionId,
            Number = command.Number,
            Title = new(command.TitleKk, command.TitleRu),
            Author = command.Author ?? "",
            AuthorName = new(command.Author ?? "", command.Author ?? ""),
            Kind = command.Kind,
            Price = command.Price,
            Day = command.Day,
            SearchName = SearchText.Normalize(command.TitleKk),
        };
        note.File();
        db.Add(note);
        await db.SaveChangesAsync(cancellationToken);
        return new(note.Id, note.Version, note.Number, note.Price, 0);
    }
}

internal sealed record ChangeNoteBody(decimal Price, string? Author, Guid? InstitutionId = null);

internal sealed record ChangeNoteCommand(Guid Id, long Version, decimal Price, string? Author, Guid? InstitutionId) : ICommand<NoteCard>;

internal sealed class ChangeNoteHandler(NotesDbContext db) : ICommandHandler<ChangeNoteCommand, NoteCard>
{
    public async Task<NoteCard> Handle(ChangeNoteCommand command, CancellationToken cancellationToken)
    {
        var note = await db.Scoped<Note>().Include(n => n.Lines).SingleOrDefaultAsync(n => n.Id == command.Id, cancellationToken)
            ?? throw new NotFound("Note", command.Id);
        note.ExpectVersion(command.Version);
        note.Price = command.Price;
        note.Author = command.Author ?? note.Author;
        note.InstitutionId = command.InstitutionId ?? note.InstitutionId;
        await db.SaveChangesAsync(cancellationToken);
        return new(note.Id, note.Version, note.Number, note.Price, note.Lines.Count);
    }
}

internal sealed record DeleteNoteCommand(Guid Id, long Version) : ICommand<bool>;

internal sealed class DeleteNoteHandler(NotesDbContext db) : ICommandHandler<DeleteNoteCommand, bool>
{
    public async Task<bool> Handle(DeleteNoteCommand command, CancellationToken cancellationToken)
    {
        var note = await db.Scoped<Note>().SingleOrDefaultAsync(n => n.Id == command.Id, cancellationToken) ?? throw new NotFound("Note", command.Id);
        note.ExpectVersion(command.Version);
        db.Remove(note);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

internal sealed record AddLineCommand(Guid Id, string Text) : ICommand<NoteCard>;

internal sealed class AddLineHandler(NotesDbContext db) : ICommandHandler<AddLineCommand, NoteCard>
{
    public async Task<NoteCard> Handle(AddLineCommand command, CancellationToken cancellationToken)
    {
        var note = await db.Scoped<Note>().Include(n => n.Lines).SingleOrDefaultAsync(n => n.Id == command.Id, cancellationToken)
            ?? throw new NotFound("Note", command.Id);
        note.AddLine(command.Text);
        await db.SaveChangesAsync(cancellationToken);
        return new(note.Id, note.Version, note.Number, note.Price, note.Lines.Count);
    }
}

internal sealed record CloseNoteCommand(Guid Id) : ICommand<NoteCard>;

internal sealed class CloseNoteHandler(NotesDbContext db) : ICommandHandler<CloseNoteCommand, NoteCard>
{
    public async Task<NoteCard> Handle(CloseNoteCommand command, CancellationToken cancellationToken)
    {
        var note = await db.Scoped<Note>().SingleOrDefaultAsync(n => n.Id == command.Id, cancellationToken) ?? throw new NotFound("Note", command.Id);
        note.Close();
        await db.SaveChangesAsync(cancellationToken);
        return new(note.Id, note.Version, note.Number, note.Price, 0);
    }
}

internal sealed record CountNotesCommand(int UpTo) : ICommand<JobStarted>;

internal sealed record JobStarted(Guid JobId);

internal sealed class CountNotesHandler(NotesDbContext db, JobSignal signal) : ICommandHandler<CountNotesCommand, JobStarted>
{
    public async Task<JobStarted> Handle(CountNotesCommand command, CancellationToken cancellationToken)
    {
        var job = db.Enqueue("notes.count", new CountArgs(command.UpTo));
        await db.SaveChangesAsync(cancellationToken);
        signal.Raise();
        return new(job.Id);
    }
}
