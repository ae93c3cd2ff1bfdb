<#
  Registers the task that keeps an app running in the session of a user. Run as administrator.
  Not tested on Windows.
#>
#Requires -RunAsAdministrator
param(
  [Parameter(Mandatory = $true)][ValidateSet('kiosk', 'display')][string]$App,
  [Parameter(Mandatory = $true)][string]$User
)

$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:ProgramData 'Luot'
New-Item -ItemType Directory -Path $folder -Force | Out-Null
Copy-Item (Join-Path $PSScriptRoot 'supervise.ps1') $folder -Force
# Whoever signs in may read and run it, not change it.
icacls $folder /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-545:(OI)(CI)RX' | Out-Null

$account = (New-Object System.Security.Principal.NTAccount($User)).Translate([System.Security.Principal.SecurityIdentifier]).Value
$task = Get-Content (Join-Path $PSScriptRoot 'luot-task.xml') -Raw
$task = $task.Replace('{{APP}}', $App).Replace('{{USER}}', $account)
$task = $task.Replace('{{SCRIPT}}', [Security.SecurityElement]::Escape((Join-Path $folder 'supervise.ps1')))
Register-ScheduledTask -TaskName "Luot $App" -Xml $task -Force | Out-Null
Write-Output "Registered: the task 'Luot $App' runs when $User signs in."
