<#
  Starts an app and starts it again whenever it has ended, until an administrator closes it in its
  own menu (exit code 40). Not tested on Windows.
#>
param(
  [Parameter(Mandatory = $true)][ValidateSet('kiosk', 'display')][string]$App,
  [string]$Options = ''
)

$ErrorActionPreference = 'Stop'
$closedOnPurpose = 40
$program = Join-Path $env:ProgramFiles "luot-$App\luot-$App.exe"
# The app leaves starting anew to this script.
$env:LUOT_SUPERVISED = '1'

while ($true) {
  $code = -1
  try {
    $start = @{ FilePath = $program; PassThru = $true }
    if ($Options -ne '') { $start.ArgumentList = $Options }
    $process = Start-Process @start
    # Read now, or the exit code of a process that has ended is not known.
    $null = $process.Handle
    $process.WaitForExit()
    $code = $process.ExitCode
  } catch {
    # Not there at the moment, e.g. while it is being updated.
    Write-Warning "luot-$App could not be started: $_"
  }
  if ($code -eq $closedOnPurpose) { break }
  # What a killed app leaves behind goes before the next one comes.
  Get-Process -Name "luot-$App" -ErrorAction SilentlyContinue | Stop-Process -Force
  Start-Sleep -Seconds 1
}
