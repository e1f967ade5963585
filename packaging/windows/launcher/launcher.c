/* Starts Lesson Player on Windows: LessonPlayer.exe without a console, lesson-player.exe for the command line.
 *
 * Before anything else is loaded it fixes where libraries may come from: two folders of the program itself and
 * Windows' own folder. The current folder, which may be a lesson's, and PATH are never searched. Python itself
 * runs isolated (runtime\python313._pth): no environment variable, registry key or user folder adds a module.
 */
#ifndef UNICODE
#define UNICODE
#endif
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef int (*python_main)(int, wchar_t **);

/* Qt needs runtime libraries of its own age; whichever copy is loaded first serves the whole process, so the ones
 * that came with the program are loaded by their full paths before an older one of the machine can be. */
static const wchar_t *const FIRST[] = {
    L"vcruntime140.dll", L"vcruntime140_1.dll", L"msvcp140.dll", L"msvcp140_1.dll", L"msvcp140_2.dll",
};

/* Each of these could have a library loaded from another place. */
static const wchar_t *const NEVER_OBEYED[] = {
    L"QT_PLUGIN_PATH", L"QT_QPA_PLATFORM_PLUGIN_PATH", L"QT_MEDIA_BACKEND", L"QTWEBENGINEPROCESS_PATH",
    L"QT_OPENGL_DLL", L"PYTHON_VLC_LIB_PATH", L"PYTHON_VLC_MODULE_PATH", L"VLC_PLUGIN_PATH",
};

static wchar_t home[LONGEST], path[LONGEST], text[LONGEST];

static int not_whole(const wchar_t *missing)
{
    _snwprintf(text, LONGEST - 1,
               L"Lesson Player cannot start, because a part of it is missing or damaged:\n\n%ls\n\n"
               L"Your lessons are safe. Please ask your technician to install Lesson Player again.\n",
               missing);
#ifdef WITH_CONSOLE
    fputws(text, stderr);
#else
    MessageBoxW(NULL, text, L"Lesson Player", MB_OK | MB_ICONERROR);
#endif
    return 3;
}

static const wchar_t *below(const wchar_t *name)
{
    _snwprintf(path, LONGEST - 1, L"%ls\\%ls", home, name);
    return path;
}

/* A portable folder has this file; what the teacher makes then stays in the folder. */
static void keep_portable(void)
{
    if (GetFileAttributesW(below(L"portable.txt")) == INVALID_FILE_ATTRIBUTES)
        return;
    if (GetEnvironmentVariableW(L"LESSON_PLAYER_HOME", text, LONGEST) == 0)
        SetEnvironmentVariableW(L"LESSON_PLAYER_HOME", below(L"own"));
}

static int fix_places(void)
{
    wchar_t *end;
    DWORD length = GetModuleFileNameW(NULL, home, LONGEST);
    if (length == 0 || length >= LONGEST || (end = wcsrchr(home, L'\\')) == NULL)
        return 0;
    *end = L'\0';
    if (!SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS))
        return 0;
    SetDllDirectoryW(L"");
    SetSearchPathMode(BASE_SEARCH_PATH_ENABLE_SAFE_SEARCHMODE | BASE_SEARCH_PATH_PERMANENT);
    AddDllDirectory(below(L"runtime"));
    /* Qt's own plug-ins, the film engine among them, ask for the libraries of Qt and FFmpeg that lie here. */
    AddDllDirectory(below(L"program\\PySide6"));
    /* A drive without a disc in it is no reason for a box over the class's screen. */
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    for (size_t i = 0; i < COUNT(NEVER_OBEYED); i++)
        SetEnvironmentVariableW(NEVER_OBEYED[i], NULL);
    keep_portable();
    return 1;
}

static HMODULE load(const wchar_t *name)
{
    wchar_t file[64];
    _snwprintf(file, COUNT(file) - 1, L"runtime\\%ls", name);
    file[COUNT(file) - 1] = L'\0';
    return LoadLibraryExW(below(file), NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
}

static int start(int count, wchar_t **arguments)
{
    static wchar_t *own[] = {NULL, L"-X", L"utf8", L"-m", L"windows_start"};
    HMODULE python;
    python_main run;
    wchar_t **all;

    if (!fix_places())
        return not_whole(home);
    for (size_t i = 0; i < COUNT(FIRST); i++)
        if (load(FIRST[i]) == NULL)
            return not_whole(path);
    python = load(L"python313.dll");
    run = python == NULL ? NULL : (python_main)(void *)GetProcAddress(python, "Py_Main");
    all = calloc(count + COUNT(own) + 1, sizeof(wchar_t *));
    if (run == NULL || all == NULL)
        return not_whole(path);
    own[0] = arguments[0];
    memcpy(all, own, sizeof(own));
    for (int i = 1; i < count; i++)
        all[COUNT(own) + i - 1] = arguments[i];
    return run((int)COUNT(own) + count - 1, all);
}

#ifdef WITH_CONSOLE
int wmain(int count, wchar_t **arguments)
{
    return start(count, arguments);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE former, PWSTR line, int shown)
{
    (void)instance, (void)former, (void)line, (void)shown;
    return start(__argc, __wargv);
}
#endif
