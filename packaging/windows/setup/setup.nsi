; LessonPlayer-x64-setup.exe: the same files, folder and entries as the MSI has, for who would rather have a program.
;
; windows_package/setup_program.py gives VERSION, NUMBERS (four), SIZE_KIB, ICON, OUT and FILES, a folder with
; install.nsh (which lays the files) and remove.nsh (which takes away those files alone); SIDE, a picture beside the
; words; SIGN, where it is to be signed; QUICK, where it may be large.
;
;   LessonPlayer-x64-setup.exe /S      install or upgrade silently; uninstall.exe /S removes silently
;
; It ends with 0, with 2 where not every file could be written, or, with nothing changed, with 1 (cancelled) or one of
; these: 10 Windows is too old, 11 a newer version is installed, 12 the MSI has installed it, 13 Lesson Player is
; running, 14 the older version could not be removed.

Unicode true
Target amd64-unicode
!ifdef QUICK
    SetCompressor zlib
!else
    SetCompressor /SOLID lzma
    SetCompressorDictSize 64 ; MB
!endif
SetDateSave on
CRCCheck force
RequestExecutionLevel admin
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
AllowRootDirInstall false

!include "MUI2.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
!include "FileFunc.nsh"

!define KEY "Software\Lesson Player"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Lesson Player"
!define PACK "LessonPlayer.Pack"
!define OLDEST_BUILD 18362 ; Windows 10, version 1903

Name "Lesson Player"
Caption "Lesson Player set-up"
UninstallCaption "Remove Lesson Player"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\Lesson Player"
BrandingText "Lesson Player ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGN
    !uninstfinalize '"${SIGN}" "%1"' = 0
!endif

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=2057 "ProductName" "Lesson Player"
VIAddVersionKey /LANG=2057 "FileDescription" "Lesson Player set-up"
VIAddVersionKey /LANG=2057 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2057 "LegalCopyright" "See the folder licences"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!ifdef SIDE
    !define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!endif
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Stop before Lesson Player is installed?"
!define MUI_WELCOMEPAGE_TITLE "Lesson Player ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "This puts Lesson Player on this computer, for everyone who uses it.$\r$\n$\r$\nNothing is fetched from the internet. Lessons and settings that people have made stay as they are.$\r$\n$\r$\nThe folder is $INSTDIR."
!define MUI_FINISHPAGE_TITLE "Lesson Player is installed"
!define MUI_FINISHPAGE_TEXT "It is in the Start menu."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "This takes Lesson Player off this computer. Lessons and settings that people have made stay where they are."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro Refuse CODE SENTENCE
    MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
    SetErrorLevel ${CODE}
    Quit
!macroend

Function .onInit
    SetShellVarContext all
    SetRegView 64
    ${IfNot} ${AtLeastWin10}
        !insertmacro Refuse 10 "Lesson Player needs Windows 10, version 1903, or later. Nothing was changed."
    ${EndIf}
    ReadRegStr $0 HKLM "Software\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
    ${If} $0 < ${OLDEST_BUILD}
        !insertmacro Refuse 10 "Lesson Player needs Windows 10, version 1903, or later. Nothing was changed."
    ${EndIf}
    ReadRegStr $0 HKLM "${KEY}" "Installer"
    ${If} $0 == "msi"
        !insertmacro Refuse 12 "Lesson Player was installed from its MSI file. Please use a newer MSI file, or remove it first (Settings, Apps). Nothing was changed."
    ${EndIf}
    ReadRegStr $0 HKLM "${LISTED}" "DisplayVersion"
    ${If} $0 != ""
        ${VersionCompare} "$0" "${VERSION}" $1
        ${If} $1 == 1
            !insertmacro Refuse 11 "A newer version of Lesson Player is installed already ($0). Nothing was changed."
        ${EndIf}
        ReadRegStr $INSTDIR HKLM "${LISTED}" "InstallLocation"
    ${EndIf}
    Call StopWhereRunning
FunctionEnd

!macro StopWhereRunning UN
Function ${UN}StopWhereRunning
    ; Windows lets nobody write into a program that runs.
    ${If} ${FileExists} "$INSTDIR\LessonPlayer.exe"
        ClearErrors
        FileOpen $0 "$INSTDIR\LessonPlayer.exe" a
        ${If} ${Errors}
            !insertmacro Refuse 13 "Lesson Player is running. Please close it, then try again. Nothing was changed."
        ${EndIf}
        FileClose $0
    ${EndIf}
FunctionEnd
!macroend
!insertmacro StopWhereRunning ""
!insertmacro StopWhereRunning "un."

Section "Lesson Player"
    ReadRegStr $0 HKLM "${LISTED}" "UninstallString"
    ${If} $0 != ""
        ; The older version takes its own files away: it alone knows which are its own.
        ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR' $1
        ${If} $1 != 0
            !insertmacro Refuse 14 "The version that is installed could not be removed. Please restart the computer, then try again."
        ${EndIf}
        Delete "$INSTDIR\uninstall.exe"
    ${EndIf}

    ClearErrors
    !include "${FILES}/install.nsh"
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONSTOP "Not every file could be written to $INSTDIR. Is there room on the disk? Please remove Lesson Player (Settings, Apps), then try again." /SD IDOK
        SetErrorLevel 2
    ${EndIf}
    CreateShortcut "$SMPROGRAMS\Lesson Player.lnk" "$INSTDIR\LessonPlayer.exe" "" "$INSTDIR\LessonPlayer.exe" 0

    WriteRegStr HKLM "${KEY}" "InstallDir" "$INSTDIR\"
    WriteRegStr HKLM "${KEY}" "Installer" "setup"
    WriteRegStr HKLM "Software\Classes\.lessonpack" "" "${PACK}"
    WriteRegStr HKLM "Software\Classes\${PACK}" "" "Lesson pack for Lesson Player"
    WriteRegStr HKLM "Software\Classes\${PACK}\DefaultIcon" "" "$INSTDIR\LessonPlayer.exe,0"
    WriteRegStr HKLM "Software\Classes\${PACK}\shell\open\command" "" '"$INSTDIR\LessonPlayer.exe" open "%1"'

    WriteRegStr HKLM "${LISTED}" "DisplayName" "Lesson Player"
    WriteRegStr HKLM "${LISTED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${LISTED}" "Publisher" "Lesson Player"
    WriteRegStr HKLM "${LISTED}" "DisplayIcon" "$INSTDIR\LessonPlayer.exe,0"
    WriteRegStr HKLM "${LISTED}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKLM "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${LISTED}" "EstimatedSize" ${SIZE_KIB}
    WriteRegDWORD HKLM "${LISTED}" "NoModify" 1
    WriteRegDWORD HKLM "${LISTED}" "NoRepair" 1
    ${RefreshShellIcons}
SectionEnd

Function un.onInit
    SetShellVarContext all
    SetRegView 64
    Call un.StopWhereRunning
FunctionEnd

Section "Uninstall"
    ; Never a whole folder: what somebody else has put there is theirs.
    !include "${FILES}/remove.nsh"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Lesson Player.lnk"

    DeleteRegKey HKLM "Software\Classes\${PACK}"
    ReadRegStr $0 HKLM "Software\Classes\.lessonpack" ""
    ${If} $0 == "${PACK}"
        DeleteRegValue HKLM "Software\Classes\.lessonpack" ""
    ${EndIf}
    DeleteRegKey /ifempty HKLM "Software\Classes\.lessonpack"
    DeleteRegValue HKLM "${KEY}" "InstallDir"
    DeleteRegValue HKLM "${KEY}" "Installer"
    DeleteRegKey /ifempty HKLM "${KEY}"
    DeleteRegKey HKLM "${LISTED}"
    ${RefreshShellIcons}
SectionEnd
