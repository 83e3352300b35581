using Education.Imports.Contracts;

namespace Education.Testing.National.Participants;

/// <summary>Reads one row of a file into scores; what is wrong with it is said on the row, all of it at once.</summary>
internal sealed class ParticipantReader(ParticipantNorms norms)
{
    private static readonly Dictionary<string, TestLanguage> Languages = Words(
        (TestLanguage.Kk, ["kk", "kz", "каз", "каз.", "казахский", "қаз", "қаз.", "қазақ", "қазақша", "қазақ тілі", "казахский язык", "kazakh"]),
        (TestLanguage.Ru, ["ru", "рус", "рус.", "русский", "орыс", "орысша", "орыс тілі", "русский язык", "russian"]),
        (TestLanguage.Other, ["other", "басқа", "другой", "иной", "en", "англ", "английский", "ағылшын", "уйгурский", "ұйғыр", "узбекский", "өзбек", "таджикский", "тәжік"]));

    private static readonly Dictionary<string, bool> Flags = Words(
        (true, ["да", "иә", "ия", "yes", "true", "1", "+", "творческий", "шығармашылық", "creative"]),
        (false, ["нет", "жоқ", "no", "false", "0"]));

    // Few different spellings stand in many rows: each is looked up once a pass.
    private readonly Dictionary<string, Subject?> _subjects = new(StringComparer.Ordinal);

    /// <summary>The scores, or null when the row has errors now.</summary>
    public ParticipantScores? Read(ImportRow row)
    {
        var language = Word(row, "language", Languages, "testing.language-unknown");
        var flag = Word(row, "creative", Flags, "testing.flag-unknown");
        var (profile1, score1) = Profile(row, "profile1", "profile1Score");
        var (profile2, score2) = Profile(row, "profile2", "profile2Score");
        if (profile1 is not null && profile1 == profile2)
        {
            row.Refuse("profile2", "testing.profile-same-subject");
        }

        // Whoever has a creative exam among the subjects is a creative taker, whatever the column says or does not say.
        var creative = flag || Subject.IsCreative(profile1) || Subject.IsCreative(profile2);
        var reading = Score(row, "reading", norms.MaxReading);
        var math = Score(row, "mathLiteracy", norms.MaxMathLiteracy);
        var history = Score(row, "history", norms.MaxHistory);
        if (!creative)
        {
            Require(row, "mathLiteracy", "testing.score-missing");
            Require(row, "profile1", "testing.profile-pair-missing");
            Require(row, "profile2", "testing.profile-pair-missing");
        }

        if (row.Errors.Count > 0)
        {
            return null;
        }

        var scores = new ParticipantScores(
            row.Value<Guid>("school"), language, creative, reading!.Value, math, history!.Value, profile1, score1, profile2, score2);
        CheckTotal(row, scores);
        return row.Errors.Count > 0 ? null : scores;
    }

    private void CheckTotal(ImportRow row, ParticipantScores scores)
    {
        var max = scores.IsCreative ? norms.MaxCreative : norms.Max;
        if (scores.Total > max)
        {
            row.Refuse("total", "testing.total-out-of-range", scores.Total, max);
        }

        if (row.Has("total") && row.Value<long>("total") != scores.Total)
        {
            row.Refuse("total", "testing.total-mismatch", row.Value<long>("total"), scores.Total);
        }
    }

    /// <summary>A profile subject and its points: both or neither.</summary>
    private (string? Code, int? Score) Profile(ImportRow row, string subjectKey, string scoreKey)
    {
        var score = Score(row, scoreKey, norms.MaxProfile);
        if (row.Value<string>(subjectKey) is not { } written)
        {
            if (row.Has(scoreKey))
            {
                row.Refuse(subjectKey, "testing.profile-pair-missing");
            }

            return default;
        }

        if (!_subjects.TryGetValue(written, out var subject))
        {
            _subjects.Add(written, subject = Subject.Find(written));
        }

        if (subject is not { Block: SubjectBlock.Profile })
        {
            // Without the written text: a column mistaken for the subject may hold an ИИН.
            row.Refuse(subjectKey, "testing.profile-unknown");
        }

        Require(row, scoreKey, "testing.profile-pair-missing");

        return (subject?.Code, score);
    }

    private static int? Score(ImportRow row, string key, int max)
    {
        if (!row.Has(key))
        {
            return null;
        }

        var score = row.Value<long>(key);
        if (score >= 0 && score <= max)
        {
            return (int)score;
        }

        row.Refuse(key, "testing.score-out-of-range", max);
        return null;
    }

    /// <summary>An error of this cell or its pair says enough: one more would repeat it.</summary>
    private static void Require(ImportRow row, string key, string code)
    {
        if (!row.Has(key) && row.Errors.All(e => e.ColumnKey != key))
        {
            row.Refuse(key, code);
        }
    }

    private static T Word<T>(ImportRow row, string key, Dictionary<string, T> words, string code)
        where T : struct
    {
        if (row.Value<string>(key) is not { } written)
        {
            return default;
        }

        if (!words.TryGetValue(written, out var value))
        {
            row.Refuse(key, code);
        }

        return value;
    }

    private static Dictionary<string, T> Words<T>(params (T Value, string[] Words)[] groups) =>
        groups.SelectMany(g => g.Words.Select(word => (word, g.Value))).ToDictionary(p => p.word, p => p.Value, StringComparer.OrdinalIgnoreCase);
}
